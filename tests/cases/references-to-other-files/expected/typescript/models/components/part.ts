export interface Part {
  size?: number;
}
