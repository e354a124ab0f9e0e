/** Hands a file to the browser's downloads, without leaving the page. */
export function download(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by the next turn; the memory is not needed after it.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
