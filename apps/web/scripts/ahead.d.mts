import type { Plugin } from "vite";

export function filesAskedAhead(): Plugin;
