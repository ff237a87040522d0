export interface Security {
  apiKey?: string;
}
