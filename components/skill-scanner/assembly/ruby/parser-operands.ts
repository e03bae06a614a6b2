// Ruby's operands: literals, names, and what begins with a keyword.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { RubyOp } from "./lexer";
import { LABEL } from "./lexer-words";
import { Groups } from "./parser-groups";
import { isKeyword, R } from "./words";

export abstract class Operands extends Groups {
  /** What begins with a keyword and is a value; null when none does. */
  protected abstract compound(): Node | null;

  protected operand(): Node {
    return this.postfix(this.primary());
  }

  private primary(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NUMBER: return this.number();
      case T.STRING: return this.adjacent(this.stringNode());
      case T.TEMPLATE: return this.adjacent(this.template());
      case T.NAME: return this.word();
      case LABEL: return this.labelled();
      case T.OP: return this.symbolic();
      default: return this.unreadable();
    }
  }

  /** Literals side by side are one text. */
  private adjacent(first: Node): Node {
    const lx = this.lx;
    if (lx.nl || lx.kind != T.TEMPLATE || (first.kind != N.Str && first.kind != N.FStr)) return first;
    const parts = listOf(first), n = this.nodeAt(N.FStr, first);
    while (lx.kind == T.TEMPLATE && !lx.nl) parts.push(this.template());
    n.list = parts;
    return this.done(n);
  }

  private word(): Node {
    const lx = this.lx, symbol = lx.sym;
    switch (symbol) {
      case R.nil_: return this.constant(K.None_);
      case R.true_: return this.constant(K.True_);
      case R.false_: return this.constant(K.False_);
      case R.self_: return this.nameNode();
      case R.defined_: return this.prefixWord();
      case R.lambda_: case R.proc_: return this.maker();
      case R.BEGIN_: case R.END_: {
        const call = this.nameNode();
        return this.called(call, false);
      }
      case R.super_: return this.called(this.nameNode(), true);
      case R.yield_: {
        const name = this.nameNode();
        return this.called(name, true);
      }
      default: break;
    }
    if (isKeyword(symbol)) {
      const n = this.compound();
      return n === null ? this.unreadable() : n;
    }
    return this.named();
  }

  /** A variable, a constant, or a method that is called on nothing. */
  private named(): Node {
    const lx = this.lx, first = lx.at(lx.start), symbol = lx.sym;
    if (first == Op.AT) return this.instanceVariable();
    const name = this.nameNode(), isConstant = first >= 65 && first <= 90;
    if (lx.isLocal(symbol) || first == Ch.DOLLAR) return name;
    const hasArguments = this.isOp(Op.LPAR) && !lx.spaced && !lx.nl;
    if (isConstant && !hasArguments && !(lx.kind == T.TEMPLATE && this.argumentFollows())) return name;
    return this.called(name, true);
  }

  /** `@name` is a field of self. */
  private instanceVariable(): Node {
    const lx = this.lx, n = this.node(N.Attr), self = this.node(N.Name);
    self.sym = R.self_;
    self.end = lx.end;
    n.a = self;
    n.op = lx.start;
    n.sym = lx.sym;
    lx.next();
    return this.done(n);
  }

  private constant(symbol: i32): Node {
    const n = this.token(N.Const);
    n.sym = symbol;
    return n;
  }

  private prefixWord(): Node {
    this.lx.next();
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(N.Error);
    n.list = listOf(this.unary());
    this.depth--;
    return this.done(n);
  }

  /** `lambda { |x| … }` and `proc do … end` are the function itself. */
  private maker(): Node {
    const name = this.nameNode();
    if (this.isOp(Op.LBRACE)) return this.blockHere(true);
    if (this.isWord(R.do_) && !this.noDo) return this.blockHere(false);
    return this.lx.isLocal(name.sym) ? name : this.called(name, true);
  }

  private symbolic(): Node {
    switch (this.lx.op) {
      case Op.LPAR: return this.group();
      case Op.LSQ: {
        const first = this.node(N.List);
        return this.listed(N.List, first, this.parenthesised(Op.RSQ));
      }
      case Op.LBRACE: return this.hash();
      case RubyOp.LAMBDA: return this.arrow();
      case RubyOp.SCOPE:
        this.lx.next();
        return this.primary_();
      case RubyOp.RANGE: case Op.SPREAD:
        this.lx.next();
        return this.isClosing() ? this.unknown() : this.nested();
      default: return this.unreadable();
    }
  }

  /** `::Name` */
  private primary_(): Node {
    return this.lx.kind == T.NAME ? this.nameNode() : this.unreadable();
  }
}
