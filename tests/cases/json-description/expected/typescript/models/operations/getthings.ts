/** All. */
export interface GetThingsResponseBody {
  total?: number;
}
