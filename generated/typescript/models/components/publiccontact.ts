/** The person on whose behalf the call is made. An unknown contact is created. */
export interface PublicContact {
  /** The contact, under an id of your choice. */
  id: string;
  /** The name that is shown. */
  displayName?: string;
  /** The email address. */
  email?: string;
  /** Whatever else is known about the contact, as key-value pairs. */
  metadata?: { [k: string]: any }[];
  /** A link to a picture of the contact. */
  logoUrl?: string;
  /** Labels to find the contact by. */
  tags?: string[];
}
