/** What a scanned code carries: WeChat's own gives the page with its scene, a drawn one an address, a bare one the scene alone. */
export function sceneIn(scanned: string): string | null {
  const named = /[?&]scene=([^&#]+)/.exec(scanned)?.[1];
  const scene = decoded(named ?? scanned);
  return /^[0-9A-Za-z_-]{8,32}$/.test(scene) ? scene : null;
}

/** WeChat encodes a scene once more than a browser does. */
function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene);
  } catch {
    return scene;
  }
}
