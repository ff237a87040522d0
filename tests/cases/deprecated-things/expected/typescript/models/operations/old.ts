export interface OldRequest {
  /** @deprecated */
  way?: string;
}

/** Something. */
export interface OldResponseBody {
  /**
   * Use is.
   *
   * @deprecated
   */
  was?: string;
  is?: string;
}
