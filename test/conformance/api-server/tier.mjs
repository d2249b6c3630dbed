export async function apiServerTier() { throw new Error('x'); }
