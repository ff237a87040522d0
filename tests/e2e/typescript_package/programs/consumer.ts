// A user's module that is compiled in every way. The pages import types as values are imported: that has to hold here.
import { Gallery, type RequestOptions, type SDKOptions } from "@example/gallery";
import { GalleryCore } from "@example/gallery/core.js";
import { photosGetPhoto } from "@example/gallery/funcs/photosGetPhoto.js";
import { Format, Photo, PhotoChange } from "@example/gallery/models/components";
import { Fault, GalleryError } from "@example/gallery/models/errors/index.js";
import { GetPhotoRequest } from "@example/gallery/models/operations";
import type { EventStream, Result, RetryConfig } from "@example/gallery/types";

const retryConfig: RetryConfig = { strategy: "none" };
const options: SDKOptions = { token: async () => "secret", retryConfig };
const gallery: Gallery = new Gallery(options);

export const wanted: GetPhotoRequest = { photoId: "p1" };
export const change: PhotoChange = { caption: null, takenAt: new Date(0) };
export const format: Format = "jpeg";

export async function titles(request: RequestOptions): Promise<string[]> {
  const found: string[] = [];
  for await (const page of await gallery.photos.listPhotos({}, request)) {
    for (const photo of page.result.photos) found.push(photo.title);
  }
  const { value, response } = await gallery.photos.getPhoto(wanted).withResponse();
  found.push(value.takenAt.toISOString(), String(response.status));
  const first: Photo = Photo.parse({});
  return [...found, first.title];
}

export async function result(core: GalleryCore): Promise<string | undefined> {
  const called: Result<Photo, unknown> = await photosGetPhoto(core, wanted);
  if (called.ok) return called.value.caption;
  const narrow = await photosGetPhoto(core, wanted);
  if (!narrow.ok && Fault.is(narrow.error)) return narrow.error.data.message;
  if (!narrow.ok && GalleryError.is(narrow.error)) return narrow.error.message;
  return undefined;
}

export async function words(): Promise<number> {
  const stream: EventStream<{ data: { text: string } }> = await gallery.chat.describePhoto({ photoId: "p1" });
  let count = 0;
  for await (const event of stream) count += event.data.text.length;
  return count;
}

// @ts-expect-error: a title is a text
export const wrong: PhotoChange = { title: 1 };
// @ts-expect-error: the id is required
export const missing: GetPhotoRequest = {};
// @ts-expect-error: what is optional is left out
export const undef: GetPhotoRequest = { photoId: "p", size: undefined };
