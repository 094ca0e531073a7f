using System.Diagnostics;
using System.Globalization;
using Entente.Models.Games;
using Entente.Models.Positions;
using Entente.Numerics.Games;
using Entente.Numerics.Positions;

namespace Entente.Benchmarks;

/// <summary>`bench/run games`: games and models of positions, warm. Processor time beside the clock: it is what other work on the machine does not change.</summary>
internal static class GameRuns
{
    // Von Stengel 1999, with the small payoffs of Savani and von Stengel (2006): 75 equilibria.
    private const string VonStengel = """
        NFG 1 R "" { "A" "B" } { 6 6 }
        -81 72 -180 -180 20 297 -30 -333 270 270 90 -153
        36 36 72 -81 -3 126 17 -126 -153 90 -36 -36
        -126 17 -333 -30 42 42 -33 -33 297 20 126 -3
        126 -3 297 20 -33 -33 42 42 -333 -30 -126 17
        -36 -36 -153 90 17 -126 -3 126 72 -81 36 36
        90 -153 270 270 -30 -333 20 297 -180 -180 -81 72
        """;

    // SOE-Pol-Comp.csv of KTAB's spatial model (MIT licence, © 2015 King Abdullah Petroleum Studies and Research Center); names left out.
    private const string Thirteen = """
        China Policy/Competitive,KTAB's example,13,2,
        Actor,Description,Influence,Policy Position,Policy Salience,Competitive Position,Competitive Salience,
        A,,100.0,30,24.0,20,48.0
        B,,60.2,45,44.7,65,41.3
        C,,35.0,30,28.9,15,65.1
        D,,35.0,45,20.6,45,49.4
        E,,40.0,50,44.7,65,47.8
        F,,20.0,15,32.0,10,32.0
        G,,15.0,20,32.0,15,32.0
        H,,25.0,60,43.9,50,50.1
        I,,20.0,30,26.4,15,17.6
        J,,35.0,45,35.9,40,46.6
        K,,20.0,50,44.7,50,47.8
        L,,20.0,20,47.4,30,40.6
        M,,40.0,15,49.0,60,46.0
        """;

    public static int Measure(string[] rest)
    {
        _ = rest;
        Console.WriteLine("| what | once, clock | once, processor | came to |");
        Console.WriteLine("|---|---|---|---|");
        var game = ((StrategicGame)GambitReader.Read(VonStengel)).ToMatrix();
        Time("all equilibria of von Stengel's 6 × 6 game, exactly", 20, () => $"{BimatrixEquilibria.Of(game).Equilibria.Count} equilibria");
        var table = PositionFile.Read(Thirteen).ToTable(0, 100);
        Time("spatial model, 13 actors, 2 issues", 50, () => $"{SpatialModel.Run(table).Turns.Count - 1} turns");
        var three = new MatrixGame([3, 3, 3], [Made(27, 1), Made(27, 2), Made(27, 3)]);
        Time("equilibria of a 3 × 3 × 3 game by numbers", 10, () => $"{MixedEquilibria.Of(three).Equilibria.Count} found");
        return 0;
    }

    private static Rational[] Made(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (Rational)random.Next(-20, 21))];
    }

    private static void Time(string what, int times, Func<string> run)
    {
        var found = run();
        run();
        var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        for (var i = 0; i < times; i++)
            run();
        process.Refresh();
        var (elapsed, used) = (clock.Elapsed / times, (process.TotalProcessorTime - before) / times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {elapsed.TotalMilliseconds:0.0} ms | {used.TotalMilliseconds:0.0} ms | {found} |"
            )
        );
    }
}
