/** What went wrong. */
export interface ProxyError {
  /** The HTTP status code. */
  code?: string;
  /** What went wrong, in a sentence. */
  message: string;
  /**
   * When it went wrong.
   *
   * @format date-time
   */
  timestamp?: Date;
  /** What is wrong with the request, place by place. */
  details?: Details[];
}

export interface Details {
  /** The path of the field. */
  field: string;
  /** What the field violates. */
  reason: string;
  /** What was sent. */
  value?: any;
}
