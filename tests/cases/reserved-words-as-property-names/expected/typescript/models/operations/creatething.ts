export interface CreateThingRequestBody {
  class?: string;
  from?: string;
  none?: string;
  modelConfig?: string;
  copy?: string;
  list?: string[];
  /** @format date */
  date?: string;
  self?: string;
  "1st"?: string;
  ""?: string;
  fooBar?: string;
  foo_bar?: string;
  private?: string;
}
