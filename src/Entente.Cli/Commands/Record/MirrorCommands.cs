using System.CommandLine;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Application.Stores;
using Entente.Reports;
using Entente.Sources.Store;
using NodaTime.Text;

namespace Entente.Cli.Commands.Record;

/// <summary>`record reconcile` and `record mirror A B`: what both sides say of one flow, and what it most likely was.</summary>
internal static class MirrorCommands
{
    public static Command CreateReconcile(CommandContext context)
    {
        var command = new Command("reconcile", "Work out from both sides' reports what each flow most likely was, with an interval.");
        command.SetAction(_ =>
        {
            using var store = Stores.Open(context);
            var outcome = new Reconciliation(store, context.Engine.States()).Run(
                InstantPattern.General.Format(context.Surroundings.Now),
                Importing.Version,
                context.Cancellation
            );
            using var target = OutputTarget.Open(null, context.Surroundings);
            target.Writer.WriteLine(
                outcome.Already
                    ? $"reconciled {outcome.Import.Vintage}: that is import {outcome.Import.Id} already; nothing was changed"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"reconciled {outcome.Import.Vintage}: import {outcome.Import.Id}, {outcome.Import.Rows:#,0} flows, {outcome.Pairs:#,0} of them told by both sides; converged after {outcome.Iterations} rounds"
                    )
            );
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    public static Command CreateMirror(CommandContext context)
    {
        var seller = new Argument<string>("SELLER") { Description = "The exporting state: ISO letters." };
        var buyer = new Argument<string>("BUYER") { Description = "The importing state." };
        var command = new Command("mirror", "One flow as the seller and as the buyer tell it, year by year, with the gap between them.")
        {
            seller,
            buyer,
        };
        command.SetAction(parsed =>
        {
            var states = context.Engine.States();
            var (from, to) = (Party(states, parsed.GetValue(seller)!), Party(states, parsed.GetValue(buyer)!));
            using var store = Stores.Open(context);
            using var target = OutputTarget.Open(null, context.Surroundings);
            Write(target.Writer, store, from, to);
            target.Complete();
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, IRecordStore store, StateIdentity seller, StateIdentity buyer)
    {
        var years = new SortedDictionary<int, Line>();
        Line At(int year) => years.TryGetValue(year, out var line) ? line : years[year] = new Line();
        void Reports(int reporter, int partner, int direction, Action<Line, double> set) =>
            store.Read(
                new StoreQuery(
                    "select period, value from goods_flow where reporter = @1 and partner = @2 and direction = @3 and item = 0 and value is not null order by import_id",
                    reporter,
                    partner,
                    direction
                ),
                r =>
                {
                    if (r.Integer(0) % 10_000 == 0)
                        set(At((int)r.Integer(0) / 10_000), r.Real(1));
                }
            );
        Reports(seller.Id, buyer.Id, Entente.Sources.Datasets.GoodsFlow.Export, (l, v) => l.Export = v);
        Reports(buyer.Id, seller.Id, Entente.Sources.Datasets.GoodsFlow.Import, (l, v) => l.Import = v);
        store.Read(
            new StoreQuery(
                "select year, value, low, high from reconciled_flow where exporter = @1 and importer = @2 order by import_id",
                seller.Id,
                buyer.Id
            ),
            r => At((int)r.Integer(0)).Reconciled = (r.Real(1), r.Real(2), r.Real(3))
        );
        output.WriteLine($"goods from {seller.Name} to {buyer.Name}");
        if (years.Count == 0)
        {
            output.WriteLine("nothing imported speaks of it (entente record import comtrade FILE…)");
            return;
        }
        output.WriteLine($"{"year", -6}{"seller (fob)", -15}{"buyer (cif)", -15}{"gap", -9}reconciled (95 %)");
        foreach (var (year, line) in years)
            output.WriteLine(
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{year, -6}{Money(line.Export), -15}{Money(line.Import), -15}{Gap(line), -9}{Interval(line.Reconciled)}"
                    )
                    .TrimEnd()
            );
        output.WriteLine();
        output.WriteLine("gap: ln(buyer ÷ seller); some +0.06 is freight and insurance");
    }

    private static string Money(double? value) => value is { } v ? HumanNumber.Format(v, "USD") : "–";

    private static string Gap(Line line) =>
        line is { Export: > 0 and { } export, Import: > 0 and { } import }
            ? Math.Log(import / export).ToString("+0.00;−0.00", CultureInfo.InvariantCulture)
            : "";

    private static string Interval((double Value, double Low, double High)? value) =>
        value is { } v ? $"{HumanNumber.Format(v.Value, "USD")} ({HumanNumber.FormatRange(v.Low, v.High, "USD")})" : "";

    private static StateIdentity Party(StateCodes states, string code) =>
        states.ByCode(code)
        ?? states.Find(CodeSystem.Iso3, code)
        ?? states.Find(CodeSystem.Name, code)
        ?? throw new WrongUseException(
            new InputProblem
            {
                Where = "record mirror",
                Found = $"'{code}'",
                Expected = $"a state{(states.Nearest(CodeSystem.Name, code) is [var near, ..] ? $"; nearest: {near}" : "")}",
            }
        );

    private sealed class Line
    {
        public double? Export { get; set; }

        public double? Import { get; set; }

        public (double Value, double Low, double High)? Reconciled { get; set; }
    }
}
