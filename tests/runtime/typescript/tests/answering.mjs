/** Clients whose `fetch` is a function of the test. */

import { AcmePhotos } from "../dist/index.js";
import { HTTPClient } from "../dist/lib/http.js";

/** The photo of all tests, as the wire has it. */
export const wirePhoto = {
  photo_id: "p1",
  taken_at: "2024-05-06T07:08:09.000Z",
  format: "jpeg",
  location: null,
};

export const jsonResponse = (value, init = {}) =>
  new Response(JSON.stringify(value), { ...init, headers: { "content-type": "application/json", ...init.headers } });

/** Returns a client, and the requests that it sent; `answers` are given one after the other, the last one again. */
export const answering = (answers, options = {}) => {
  const requests = [];
  const rest = [answers].flat();
  const fetcher = async (input, init = input) => {
    const url = input.url ?? input;
    requests.push({ url: String(url), ...init, headers: new Headers(init.headers) });
    const answer = rest.length > 1 ? rest.shift() : rest[0];
    return typeof answer === "function" ? answer(url, init) : answer;
  };
  const sdk = new AcmePhotos({ apiKey: "key", httpClient: new HTTPClient({ fetcher }), ...options });
  return { sdk, requests };
};
