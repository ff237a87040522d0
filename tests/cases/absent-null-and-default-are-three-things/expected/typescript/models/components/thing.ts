export interface Thing {
  required: string;
  requiredNullable: string | null;
  optional?: string;
  optionalNullable?: string | null;
  /** @default "red" */
  optionalDefault?: string;
  /** @default null */
  nullableDefault?: string | null;
  /** @default 3 */
  requiredLater?: number;
}
