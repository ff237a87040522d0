/** Streams of JSON texts, each on a line of its own (`application/jsonl`, `application/x-ndjson`). */

import { EventStream, ItemSource } from "./item-stream.js";
import { LineSplitter } from "./lines.js";
import type { Decoder } from "./operation.js";

/** Reads a stream of JSON texts. Empty lines are skipped; the last one needs no end. */
export const jsonLines: Decoder = async (response, answer, context) => {
  const lines = new LineSplitter();
  const toItem = (line: string): unknown => {
    let item: unknown;
    try {
      item = (answer.parse ?? JSON.parse)(line);
    } catch (cause) {
      throw context.invalid("A line of the answer is not JSON", line, line, [], cause);
    }
    return context.read(answer, item, line);
  };
  const parser = {
    push(text: string, items: unknown[]) {
      lines.push(text, (line) => {
        if (line.trim() !== "") items.push(toItem(line));
        return true;
      });
    },
    end(items: unknown[]) {
      const line = lines.rest();
      if (line.trim() !== "") items.push(toItem(line));
    },
    isDone: false,
  };
  return new EventStream(new ItemSource(response, parser, context));
};
