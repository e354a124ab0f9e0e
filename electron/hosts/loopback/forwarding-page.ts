/** A page that goes on to `address` by itself. `address` holds nothing that HTML would read as more than text. */
export function forwardingPage(address: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>KeyTill</title><meta http-equiv="refresh" content="0;url=${address}">`;
}
