/**
 * """ *\/ {{ 7 * 7 }} \ `tick` | pipe <b>bold</b>
 *  end
 */
export interface CreateThingRequestBody {
  itSQuoted?: string;
  script?: Script;
  /**
   * a | b
   *
   * | c | d |
   *
   * # no heading
   *
   * @default '"""'
   */
  proto?: string;
}

export type Script = 'a"b' | "c'd" | "*/" | "{{ x }}" | "\\";
