export function buildWasm(): void;
