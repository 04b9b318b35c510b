/** What browsers and Node have and WeChat's logic layer lacks: a build that leans on it must fail here, not on a phone. */
const lacking = [
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'FileReader', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  ...['URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'TextEncoder', 'TextDecoder', 'crypto', 'structuredClone'],
  ...['MessageChannel', 'BroadcastChannel', 'ResizeObserver', 'localStorage', 'sessionStorage', 'indexedDB', 'matchMedia', 'navigator'],
  ...['MutationObserver', 'IntersectionObserver', 'requestAnimationFrame', 'cancelAnimationFrame', 'queueMicrotask', 'atob', 'btoa', 'Image', 'Audio', 'alert', 'confirm', 'prompt', 'Worker', 'DOMParser', 'XMLSerializer'],
];

export function hideWhatWechatLacks(): void {
  for (const name of lacking) Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true });
}
