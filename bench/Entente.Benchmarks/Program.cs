using BenchmarkDotNet.Running;
using Entente.Benchmarks;

// `bench/run` measures the built program from outside, as its users meet it; `bench/run micro` the layers from inside; `bench/run store` imports and
// what is asked of a store; `bench/run flows` a store with many millions of rows; `bench/run gravity` fits of gravity models;
// `bench/run equilibrium` the trade model; `bench/run games` games and models of positions; `bench/run voting` voting bodies;
// `bench/run arguments` draws of an argument's game; `bench/run serve` the server and many readers at once.
return args switch
{
    ["micro", .. var rest] => Micro(rest),
    ["store", .. var rest] => StoreRuns.Measure(ProgramRuns.Root, rest),
    ["gravity", .. var rest] => GravityRuns.Measure(rest),
    ["flows", .. var rest] => FlowRuns.Measure(rest),
    ["games", .. var rest] => GameRuns.Measure(rest),
    ["equilibrium", .. var rest] => EquilibriumRuns.Measure(rest),
    ["voting", ..] => VotingRuns.Measure(),
    ["arguments"] => ArgumentDrawRuns.Measure(),
    ["serve", .. var rest] => ServeRuns.Measure(ProgramRuns.Root, rest),
    _ => ProgramRuns.Measure(args),
};

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(LayerBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
    return 0;
}
