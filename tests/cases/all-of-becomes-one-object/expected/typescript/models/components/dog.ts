/** An animal that barks. */
export interface Dog {
  /** What it is called. */
  name: string;
  /** @maximum 4 */
  legs: any;
  loud?: boolean;
}
