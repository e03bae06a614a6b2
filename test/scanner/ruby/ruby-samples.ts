/** Code that Ruby takes, with as much of the grammar as fits. */
export const rubySamples: readonly string[] = [
  "require 'json'\nmodule A::B\n  class C < D::E\n    attr_reader :x, :y\n    F = %w[a b].freeze\n    def initialize(a, b = 1, *c, d:, e: 2, **f, &g)\n      @a, @b = a, b\n      @@n ||= 0\n    end\n    def x=(v); @x = v; end\n    def [](k) = @h[k]\n    def ==(o) o.a == a end\n    class << self\n      def make(...) = new(...)\n    end\n    private\n    def !; end\n  end\nend\n",
  "x = <<~ONE + <<-'TWO'\n  a #{b} #{c[\"d\"]}\nONE\n  raw #{no}\n  TWO\nputs(<<~A, 1)\n  text\nA\nafter x\n",
  'def f\n  return unless a? and !b\n  g rescue nil\n  begin\n    h!\n  rescue A::B, C => e\n    retry if (n += 1) < 3\n    raise ArgumentError, "bad: #{e.message}" unless e\n  else\n    1\n  ensure\n    close\n  end\nend\n',
  "case v\nwhen 1..3, Integer then a\nwhen /re#{x}/i\n  b\nelse c\nend\ncase h\nin {name: String => n, age:} if age > 1\n  p n\nin [a, *rest]\n  p a\nend\n",
  "a, (b, c), *d = e\nh = { a: 1, 'b' => 2, \"c\": 3, **o }\ny = x ? h[:a] : [1, 2].map(&:to_s).join(', ')\nz = a / b / 2\nw = a %b\nputs [1].inspect, -1, *a, k: 1\nl = ->(q, r = 1) { q ** r }\nl.(2)\n",
  'items.each_with_index do |(a, b), i; t|\n  next if a.nil?\n  puts "#{a}: #{"#{i}"}" if i.even?\nend\nloop { break }\nuntil x do x = gets end\nfor i in 1..3 do p i end\n`ls #{d}`\n%x(id)\nobj&.call&.()\n  .then { _1 + 1 }\n  .tap { it }\n',
  '=begin\nnot code (\n=end\nif a then b else c end\nsystem "a", "b" if defined?(X)\n$stdout.puts :"a b", ?c, %i[d e], 1_000, 0xff, 1e3, 3r\nBEGIN { a }\n__END__\nnot code (((\n',
];
