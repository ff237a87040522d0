export interface Thing {
  tag?: string;
}
