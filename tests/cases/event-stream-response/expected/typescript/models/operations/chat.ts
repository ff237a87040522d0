export interface ChatRequestBody {
  text: string;
}

/** The answer, piece by piece. */
export interface ChatResponseBody {
  data: Data;
}

export interface Data {
  piece: string;
}
