/** How a printer is named: "tcp://host:9100", "file:/dev/usb/lp0", "cups:NAME", "system:NAME", or "none". */
export const PRINTER_TARGET =
  /^(none|tcp:\/\/[^/\s]+:\d{1,5}|file:.{1,300}|cups:[\w.@-]{1,120}|system:[^\p{C}]{1,200})$/u;

/** Printed on through the operating system's driver, which only the desktop till can. */
export const isDriven = (printer: string): boolean => printer.startsWith('system:');
