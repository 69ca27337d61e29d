export { type People, type Someone, type TownFixture } from "./people.ts";
export { aKey, aWorld, type Caller, type CallOptions, type World } from "./world.ts";
