using BenchmarkDotNet.Running;
using Entente.Benchmarks;

// `bench/run` measures the built program from outside, as its users meet it; `bench/run micro` the layers from inside.
return args switch
{
    ["micro", .. var rest] => Micro(rest),
    _ => ProgramRuns.Measure(args),
};

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(LayerBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
    return 0;
}
