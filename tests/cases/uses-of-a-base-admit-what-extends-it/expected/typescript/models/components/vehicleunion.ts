import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Car, readCar } from "./car.js";
import { type Lorry, readLorry } from "./lorry.js";
import { type Vehicle, readVehicle } from "./vehicle.js";

export type VehicleUnion = (Car & { kind: "car" }) | (Lorry & { kind: "lorry" }) | Vehicle;

/** Parses and writes {@link VehicleUnion}. */
export const VehicleUnion: Companion<VehicleUnion> = /* @__PURE__ */ companion(readVehicleUnion, readVehicleUnion);

/** Reads {@link VehicleUnion} from decoded JSON. */
export function readVehicleUnion(value: unknown, context: Context, key?: PathKey): VehicleUnion {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "car":
      return readCar(value, context, key) as VehicleUnion;
    case "lorry":
      return readLorry(value, context, key) as VehicleUnion;
    default:
      return readVehicle(value, context, key);
  }
}
