export interface CreateThingRequestBody {
  version: 2;
  kind?: "thing";
  nothing?: null;
}
