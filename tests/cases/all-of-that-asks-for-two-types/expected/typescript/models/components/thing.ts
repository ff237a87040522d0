export interface Thing {
  both?: any;
}
