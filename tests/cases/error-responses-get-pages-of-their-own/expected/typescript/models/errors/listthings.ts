/** It broke. */
export interface ListThingsResponseBody {
  reason: string;
}
