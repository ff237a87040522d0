export interface TextPart {
  type: "text";
  text: string;
}
