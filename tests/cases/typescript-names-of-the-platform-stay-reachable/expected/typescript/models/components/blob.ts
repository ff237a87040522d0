export interface Blob {
  size?: number;
}
