const RAW_PORT = 9100;

/**
 * A printer as the till writes it, from what a person types: "192.168.1.50" and "printer.local:9100" are printers on the
 * network, "/dev/usb/lp0" is a device. What is something else stays as it was typed.
 */
export function printerAddress(typed: string): string {
  const text = typed.trim();
  if (text === '') return 'none';
  if (text === 'none') return text;
  if (text.startsWith('/')) return `file:${text}`;
  const [, host, port = RAW_PORT] =
    /^(?:tcp:\/\/)?([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?\/?$/i.exec(text) ?? [];
  return host === undefined ? text : `tcp://${host}:${port}`;
}
