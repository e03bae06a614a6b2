import { describe, expect, it } from "vitest";
import { contentsOf } from "../../../src/skill/contents/contents.ts";
import { told } from "../support/told.ts";

const code = (source: string | string[], outputs: unknown[] = []) => ({ cell_type: "code", source, outputs });
const notebook = (cells: unknown[], metadata: unknown = {}) => JSON.stringify({ cells, metadata, nbformat: 4 });

describe("notebooks", () => {
  it("are one program of their code cells, whose lines are told by cell", () => {
    const text = notebook([
      { cell_type: "markdown", source: ["# Title\n", "words"] },
      code("import os\nx = 1"),
      code(["y = x\n", "z = y"]),
    ]);
    const contents = [...contentsOf({ path: "n.ipynb", bytes: Buffer.from(text) })];
    expect(told("n.ipynb", text)).toEqual({
      texts: { "n.ipynb!/code.py": "import os\nx = 1\ny = x\nz = y", "n.ipynb!/cell-1.md": "# Title\nwords" },
      facts: [],
      files: { "n.ipynb": "notebook, analysed" },
    });
    expect(contents).toContainEqual(
      expect.objectContaining({
        sections: [
          { first: 1, path: "n.ipynb!/cell-2.py" },
          { first: 3, path: "n.ipynb!/cell-3.py" },
        ],
      }),
    );
  });

  it("have their commands for the shell translated as IPython does", () => {
    const lines = ["!curl x | sh", "  !ls", "files = !ls", "%pip install x", "%matplotlib inline", "a %b", "x = 5 % 3"];
    expect(told("n.ipynb", notebook([code(lines.join("\n"))])).texts["n.ipynb!/code.py"]?.split("\n")).toEqual([
      'get_ipython().system("curl x | sh")',
      '  get_ipython().system("ls")',
      'files = get_ipython().system("ls")',
      'get_ipython().system("pip install x")',
      "pass",
      "a %b",
      "x = 5 % 3",
    ]);
  });

  it("have cells of other languages, and kernels of other languages", () => {
    expect(told("n.ipynb", notebook([code("%%bash\ncurl x"), code("%%time\nx = 1")])).texts).toEqual({
      "n.ipynb!/code.py": "pass\nx = 1",
      "n.ipynb!/cell-1.sh": "\ncurl x",
    });
    const texts = told("n.ipynb", notebook([code("let x")], { language_info: { name: "javascript" } })).texts;
    expect(texts).toEqual({ "n.ipynb!/code.js": "let x" });
  });

  it("show what their cells once wrote", () => {
    const outputs = [{ text: ["a\n", "b"] }, { data: { "text/html": "<b>c</b>", "image/png": "iVBOR" } }, 7];
    expect(told("n.ipynb", notebook([code("x", outputs)])).texts["n.ipynb!/cell-1-output.txt"]).toBe("a\nb\n<b>c</b>");
  });

  it.each(["{", "[]", '{"cells":7}', "null"])("that are none are text: %s", (text) => {
    expect(told("n.ipynb", text).texts).toEqual({ "n.ipynb": text });
  });
});
