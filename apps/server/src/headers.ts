import type { MiddlewareHandler } from "hono";

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the kit sets sizes and colours as style attributes
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** On every answer. A route that already set a stricter policy keeps it. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const put = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value);
    };
    put("content-security-policy", policy);
    put("x-content-type-options", "nosniff");
    // What has no word of its own about keeping is somebody's data, or of this moment.
    put("cache-control", "no-store");
    put("referrer-policy", "strict-origin-when-cross-origin");
    put("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    put("cross-origin-opener-policy", "same-origin");
    put("cross-origin-resource-policy", "same-origin");
    put("x-frame-options", "DENY");
    if (secure) put("strict-transport-security", "max-age=31536000; includeSubDomains");
  };
}
