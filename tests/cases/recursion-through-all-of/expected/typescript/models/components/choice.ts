export interface Choice {
  next?: Next;
}

export type Next = One | Two;

export interface One {
  next?: Next;
  left?: string;
}

export interface Two {
  next?: Next;
  right?: string;
}
