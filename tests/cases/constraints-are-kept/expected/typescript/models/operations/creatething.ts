export interface CreateThingRequestBody {
  /**
   * @minLength 1
   * @maxLength 40
   * @pattern ^[a-z]+$
   */
  name?: string;
  /**
   * @minimum 0
   * @exclusiveMaximum 150
   */
  age?: number;
  /** @multipleOf 0.5 */
  step?: number;
  /**
   * @minItems 1
   * @maxItems 3
   * @uniqueItems
   */
  tags?: string[];
  /**
   * @minProperties 1
   * @maxProperties 2
   */
  extra?: { [k: string]: string };
}
