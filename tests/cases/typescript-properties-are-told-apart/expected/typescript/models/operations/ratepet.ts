export interface RatePetRequestBody {
  "+1": number;
  "-1": number;
  id: string;
  birth_date: string;
  birthDate: string;
  "1stChoice": boolean;
  $: string;
  proto: string;
}

export interface RatePetRequest {
  id: string;
  id2: number;
  requestBody: RatePetRequestBody;
}
