export interface CreateThingRequestBody {
  stop: Stop;
}

export type Stop = string | string[] | Three;

export interface Three {
  at: number;
}
