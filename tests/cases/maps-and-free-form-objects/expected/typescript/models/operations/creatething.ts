export interface CreateThingRequestBody {
  labels?: { [k: string]: string };
  scores?: { [k: string]: Scores };
  anything?: any;
  open?: Open;
  closed?: Closed;
  typed?: Typed;
}

export interface Scores {
  value?: number;
}

export interface Open {
  known?: string;
  additionalProperties?: { [k: string]: any };
}

export interface Closed {
  known?: string;
}

export interface Typed {
  known?: number;
  additionalProperties?: { [k: string]: number };
}
