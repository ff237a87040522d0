/** Instructions that hold for the whole conversation. */
export interface SystemMessage {
  role: "system";
  /** The instructions. */
  content: string;
  /** Tells participants of the same role apart. */
  name?: string;
}
