import type { ZooCore } from "../core.js";
import { petsCreatePet } from "../funcs/petsCreatePet.js";
import { petsGetPet } from "../funcs/petsGetPet.js";
import { petsListPets } from "../funcs/petsListPets.js";
import { petsPatchPet } from "../funcs/petsPatchPet.js";
import { petsPutPet } from "../funcs/petsPutPet.js";
import { petsSecret } from "../funcs/petsSecret.js";
import { type APIPromise, unwrap } from "../lib/api-promise.js";
import type { RequestOptions } from "../lib/operation.js";
import type { PageIterator } from "../lib/paging.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";

/** The methods of `pets`. */
export class Pets {
  readonly #client: ZooCore;

  constructor(client: ZooCore) {
    this.#client = client;
  }

  /** GET /pets/{id} */
  getPet(id: string, verbose?: boolean, fields?: string[], options?: RequestOptions): APIPromise<components.Pet> {
    return unwrap(petsGetPet(this.#client, id, verbose, fields, options));
  }

  /** PUT /pets/{id} */
  putPet(
    id: string,
    class_: operations.Class,
    requestBody: components.Pet,
    options?: RequestOptions,
  ): APIPromise<void> {
    return unwrap(petsPutPet(this.#client, id, class_, requestBody, options));
  }

  /** PATCH /pets/{id} */
  patchPet(request: operations.PatchPetRequest, options?: RequestOptions): APIPromise<void> {
    return unwrap(petsPatchPet(this.#client, request, options));
  }

  /** GET /pets */
  listPets(
    cursor?: string,
    limit?: number,
    options?: RequestOptions,
  ): APIPromise<PageIterator<operations.ListPetsResponseBody, components.Pet>> {
    return unwrap(petsListPets(this.#client, cursor, limit, options));
  }

  /** POST /pets */
  createPet(request: operations.CreatePetRequest, options?: RequestOptions): APIPromise<components.Pet> {
    return unwrap(petsCreatePet(this.#client, request, options));
  }

  /** GET /secret/{id} */
  secret(
    id: string,
    options_: string | undefined,
    security: operations.SecretSecurity,
    options?: RequestOptions,
  ): APIPromise<void> {
    return unwrap(petsSecret(this.#client, id, options_, security, options));
  }
}
