export interface NotFound {
  message: string;
}
