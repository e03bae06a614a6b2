/** Code that a Go compiler takes, with as much of the grammar as fits. */
export const goSamples: readonly string[] = [
  'package a\n\nimport (\n\t"fmt"\n\tm "math"\n\t. "os"\n\t_ "embed"\n\tyaml "gopkg.in/yaml.v3"\n)\n',
  'package a\n\ntype (\n\tA struct {\n\t\tB, C int `json:"b"`\n\t\t*D\n\t}\n\tE[T any, U ~int | ~string] struct{ v T }\n\tF = map[string][]*A\n\tG interface {\n\t\tM(x int) (y error)\n\t}\n)\n',
  "package a\n\nfunc (e *E[T, U]) Get(a, b int, rest ...string) (v T, err error) {\n\tdefer func() { recover() }()\n\treturn e.v, nil\n}\n",
  'package a\n\nfunc f() {\nouter:\n\tfor i, j := 0, 1; i < 10; i, j = i+1, j-1 {\n\t\tswitch x := g(i).(type) {\n\t\tcase int, []byte:\n\t\t\tcontinue outer\n\t\tcase nil:\n\t\t\tbreak outer\n\t\tdefault:\n\t\t\t_ = x\n\t\t}\n\t}\n\tfor range 3 {\n\t}\n\tfor k, v := range map[string]int{"a": 1} {\n\t\tfmt.Println(k, v)\n\t}\n}\n',
  'package a\n\nfunc g(c chan<- int, d <-chan string) {\n\tselect {\n\tcase c <- 1:\n\tcase s, ok := <-d:\n\t\tgo h(s, ok)\n\tdefault:\n\t}\n\tif v, err := k(); err != nil && v == (A{1, 2}) {\n\t\treturn\n\t} else if x := <-d; len(x) > 0 {\n\t\tx += "a"\n\t}\n}\n',
  "package a\n\nvar (\n\tx, y = 1, 0x1p-2\n\tz    = [...]string{2: \"a\", 'b': `c\\`}\n\tw    = []A{{B: 1}, {C: 2}}\n\tp    = &A{B: 1}\n\tq    = func(a int) func() int { return func() int { return a } }(1)()\n\tr    = s[1:2:3]\n\tt    = *(*int)(unsafe.Pointer(&x)) &^ 3 << 2\n)\n",
];
