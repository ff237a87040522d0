export interface UserInput {
  name: string;
  password: string;
}
