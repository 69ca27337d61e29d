/** The part of the load library that the benchmarks use. */
declare module "autocannon" {
  export type Call = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  export type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    timeout?: number;
    requests: { setupRequest: (request: Call) => Call; onResponse?: (status: number, body: string) => void }[];
  };
  export type Result = { errors: number; timeouts: number; non2xx: number; duration: number };
  type Instance = Promise<Result> & {
    on(event: "response", heard: (client: unknown, status: number, bytes: number, ms: number) => void): void;
  };
  export default function autocannon(options: Options): Instance;
}
