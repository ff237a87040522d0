/** What a user of the package does: calls by the class and by a function, a stream, pages, an upload, errors. */

import { Gallery } from "@example/gallery";
import { GalleryCore } from "@example/gallery/core.js";
import { photosGetPhoto } from "@example/gallery/funcs/photosGetPhoto.js";
import { Photo } from "@example/gallery/models/components";
import { Fault } from "@example/gallery/models/errors/index.js";

/** Returns what came of each call, for JSON. */
export async function calls(serverURL) {
  const gallery = new Gallery({ token: "secret", serverURL });
  const photo = await gallery.photos.getPhoto({ photoId: "p 1", size: 640 });
  const changed = await gallery.photos.updatePhoto({ photoId: "p1", requestBody: { title: "Sea", caption: null } });
  const words = [];
  for await (const event of await gallery.chat.describePhoto({ photoId: "p1" })) {
    words.push(`${event.data.spokenAt.getUTCFullYear()} ${event.data.text}`);
  }
  const listed = [];
  for await (const item of (await gallery.photos.listPhotos({})).items()) listed.push(item.photoId);
  const uploaded = await gallery.photos.uploadPhoto({ file: new Blob(["bytes"]), caption: "The sea" });
  const core = new GalleryCore({ token: "secret", serverURL });
  const found = await photosGetPhoto(core, { photoId: "p1" });
  const lost = await photosGetPhoto(core, { photoId: "lost" });
  const thrown = await gallery.photos.getPhoto({ photoId: "lost" }).catch((error) => error);
  return {
    photo: [photo.photoId, photo.takenAt instanceof Date, photo.takenAt.toISOString(), photo.title],
    changed: changed.title,
    words,
    listed,
    uploaded: uploaded.caption,
    found: found.ok && found.value.photoId,
    lost: !lost.ok && [lost.error.name, lost.error instanceof Fault, lost.error.data.message],
    thrown: [thrown.name, Fault.is(thrown), thrown.statusCode],
    parsed: Photo.parse({ photo_id: "a", taken_at: "2026-01-02T03:04:05Z", title: "t" }).photoId,
  };
}
