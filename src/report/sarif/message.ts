/** Foreign text as a plain message: brackets make links there, and braces stand for arguments. */
export function message(text: string): { readonly text: string } {
  return {
    text: text
      .toWellFormed()
      .replace(/[\\[\]]/g, "\\$&")
      .replace(/[{}]/g, "$&$&"),
  };
}
