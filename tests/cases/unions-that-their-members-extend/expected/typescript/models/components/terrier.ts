export interface Terrier {
  kind: string;
  name?: string;
  bark?: string;
  burrows?: boolean;
}
