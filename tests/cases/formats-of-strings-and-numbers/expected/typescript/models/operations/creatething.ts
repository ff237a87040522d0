export interface CreateThingRequestBody {
  /** @format date */
  day?: string;
  /** @format date-time */
  moment?: Date;
  /** @format uuid */
  id?: string;
  /** @format email */
  mail?: string;
  /** @format uri */
  site?: string;
  /** @format byte */
  bytes?: string;
  /** @format int64 */
  big?: number;
  /** @format int32 */
  small?: number;
  /** @format float */
  ratio?: number;
  /** @format no-such-format */
  odd?: string;
}
