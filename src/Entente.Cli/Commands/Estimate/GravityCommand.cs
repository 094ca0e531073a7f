using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Models.Gravity;
using Entente.Numerics.Gravity;
using Entente.Sources.Gravity;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`estimate gravity`: flows on distances, agreements and fixed effects.</summary>
internal sealed class GravityCommand
{
    private const string Where = "estimate gravity";

    private readonly Option<string> data = new("--data")
    {
        Description = "A CSV file, compressed or not, with the formula's columns.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<string> formula = new("--formula")
    {
        Description = "In fixest's notation: 'flow ~ log(distance) + border | exporter^year + importer^year'.",
        HelpName = "FORMULA",
        Required = true,
    };
    private readonly Option<string> family = new("--family")
    {
        Description = "ppml (Poisson pseudo-maximum likelihood, zeros kept) or ols (least squares).",
        DefaultValueFactory = _ => "ppml",
        HelpName = "ppml|ols",
    };
    private readonly Option<string?> cluster = new("--cluster")
    {
        Description = "Columns by which errors are correlated, crossed with ^; several with commas.",
        HelpName = "C[,C]",
    };
    private readonly Option<string?> se = new("--se")
    {
        Description =
            "Standard errors: iid, hetero or cluster (default: cluster with --cluster, else hetero; cluster alone is by the first effect).",
        HelpName = "iid|hetero|cluster",
    };
    private readonly Option<string?> ssc = new("--ssc")
    {
        Description = "The small-sample factor as in fixest: adj, fixef.K, cluster.adj, cluster.df.",
        HelpName = "KEY=VALUE,…",
    };
    private readonly Option<string?> weights = new("--weights")
    {
        Description = "A column or expression of weights.",
        HelpName = "EXPRESSION",
    };
    private readonly Option<string?> offset = new("--offset")
    {
        Description = "A column or expression added with coefficient 1: log(population).",
        HelpName = "EXPRESSION",
    };
    private readonly Option<bool> bias = new("--bias-correction")
    {
        Description = "Estimate the bias of three-way PPML (Weidner and Zylkin 2021): exporter^year + importer^year + exporter^importer.",
    };
    private readonly Option<string?> period = new("--period")
    {
        Description = "The column of time, for --bias-correction (default: the effects' column of whole numbers).",
        HelpName = "COLUMN",
    };
    private readonly Option<bool> singletons = new("--keep-singletons")
    {
        Description = "Keep rows that are alone in a level of an effect.",
    };
    private readonly Option<string?> predict = new("--predict")
    {
        Description = "Write every row's fitted flow to this CSV file.",
        HelpName = "FILE",
    };
    private readonly Option<string?> effects = new("--effects")
    {
        Description = "Write every level's fixed effect to this CSV file.",
        HelpName = "FILE",
    };
    private readonly Option<string?> resistances = new("--resistances")
    {
        Description = "Write multilateral resistances to this CSV file; needs --exporter and --importer.",
        HelpName = "FILE",
    };
    private readonly Option<string?> exporter = new("--exporter") { Description = "The column of exporters.", HelpName = "COLUMN" };
    private readonly Option<string?> importer = new("--importer") { Description = "The column of importers.", HelpName = "COLUMN" };
    private readonly Option<string?> reference = new("--reference")
    {
        Description = "The importer whose resistance is 1 (default: the one that imports most).",
        HelpName = "NAME",
    };
    private readonly Option<int> threads = new("--threads")
    {
        Description = "How many threads; results do not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    public static Command Create(CommandContext context) => new GravityCommand().Build(context);

    private Command Build(CommandContext context)
    {
        family.AcceptOnlyFromAmong("ppml", "ols");
        se.AcceptOnlyFromAmong("iid", "hetero", "cluster");
        var (format, output) = (CommonOptions.Format("text", "json", "latex"), CommonOptions.Out());
        var command = new Command("gravity", "Flows on distances, agreements and fixed effects, by PPML or least squares.")
        {
            data,
            formula,
            family,
            cluster,
            se,
            ssc,
            weights,
            offset,
            bias,
            period,
            singletons,
            predict,
            effects,
            resistances,
            exporter,
            importer,
            reference,
            threads,
            format,
            output,
        };
        command.SetAction(parsed => Run(context, parsed, parsed.GetValue(format)!, parsed.GetValue(output)));
        return command;
    }

    private int Run(CommandContext context, ParseResult parsed, string format, string? path)
    {
        var clock = Stopwatch.StartNew();
        var request = Request(parsed);
        if (parsed.GetValue(resistances) is not null && (parsed.GetValue(exporter) is null || parsed.GetValue(importer) is null))
            throw Wrong("--resistances", "no --exporter or no --importer", "the columns of both");
        if (parsed.GetValue(threads) is < 1 or > 1024)
            throw Wrong("--threads", parsed.GetValue(threads).ToString(CultureInfo.InvariantCulture), "1 to 1024");
        using var messages = context.Messages(path is not null);
        using var target = OutputTarget.Open(path, context.Surroundings);
        var table = GravityTableFile.Read(parsed.GetValue(data)!, request, context.Cancellation);
        var (model, problem) = GravityModel.Of(request, table);
        if (model is null)
            throw Wrong(problem!);
        GravityFit fit;
        try
        {
            fit = GravityEstimator.Fit(model.Data, request.Options, new Told(messages, request.Options), context.Cancellation);
        }
        catch (ArgumentException e)
        {
            throw Wrong(Where, e.Message.Split('\n')[0], "data and options that fit together");
        }
        var shown = new ShownGravity(new GravityEstimate(model, fit), clock.Elapsed.TotalSeconds);
        // What cannot be written is said before anything is printed.
        Files(context, parsed, shown, messages);
        Print(target, format, shown, Math.Min(80, context.Surroundings.Width));
        target.Complete();
        return ExitStatus.Done;
    }

    private static void Print(OutputTarget target, string format, ShownGravity shown, int width)
    {
        if (format == "json")
            GravityJson.Write(target.Writer, shown);
        else if (format == "latex")
            GravityLatex.Write(target.Writer, shown);
        else
            GravityText.Write(target.Writer, shown, width);
    }

    private void Files(CommandContext context, ParseResult parsed, ShownGravity shown, Messages messages)
    {
        var (toPredict, toEffects, toResistances) = (parsed.GetValue(predict), parsed.GetValue(effects), parsed.GetValue(resistances));
        if (!shown.Estimate.Fit.Converged)
        {
            if (toPredict is not null || toEffects is not null || toResistances is not null)
                messages.Say("not converged: no files are written");
            return;
        }
        if (toPredict is not null)
            Write(context, toPredict, w => GravityFiles.Fitted(w, shown.Estimate));
        if (toEffects is not null)
            Write(context, toEffects, w => GravityFiles.Effects(w, shown.Estimate));
        if (toResistances is null)
            return;
        var (found, problem) = Resistances.Of(
            shown.Estimate,
            parsed.GetValue(exporter)!,
            parsed.GetValue(importer)!,
            parsed.GetValue(reference)
        );
        if (found is null)
            throw Wrong(problem!);
        Write(context, toResistances, w => GravityFiles.Resistances(w, found));
    }

    private static void Write(CommandContext context, string path, Action<TextWriter> write)
    {
        using var target = OutputTarget.Open(path, context.Surroundings);
        write(target.Writer);
        target.Complete();
    }

    private GravityRequest Request(ParseResult parsed)
    {
        var read = FormulaParser.Parse(parsed.GetValue(formula)!);
        if (read.Formula is not { } found)
            throw Wrong(read.Problem!);
        var ways = Ways(parsed, found);
        var kind =
            ways.Count > 0 ? ErrorKind.Clustered
            : parsed.GetValue(se) == "iid" ? ErrorKind.Iid
            : ErrorKind.Heteroskedastic;
        var least = parsed.GetValue(family) == "ols";
        if (least && parsed.GetValue(bias))
            throw Wrong("--bias-correction", "--family ols", "--family ppml: least squares has no such bias");
        return new()
        {
            Formula = found,
            Clusters = ways,
            Period = parsed.GetValue(period),
            Weights = Expression("--weights", parsed.GetValue(weights)),
            Offset = Expression("--offset", parsed.GetValue(offset)),
            Options = new()
            {
                Family = least ? GravityFamily.Ols : GravityFamily.Ppml,
                Errors = kind,
                SmallSample = SmallSampleOption.Parse(parsed.GetValue(ssc)),
                KeepSingletons = parsed.GetValue(singletons),
                BiasCorrection = parsed.GetValue(bias),
                Threads = parsed.GetValue(threads),
            },
        };
    }

    private IReadOnlyList<IReadOnlyList<string>> Ways(ParseResult parsed, GravityFormula found)
    {
        var (written, kind) = (parsed.GetValue(cluster), parsed.GetValue(se));
        if (written is null)
            return kind != "cluster" ? []
                : found.Effects.Count > 0 ? [found.Effects[0]]
                : throw Wrong("--se cluster", "no effect in the formula", "--cluster with the columns of the clusters");
        if (kind is "iid" or "hetero")
            throw Wrong("--se", $"{kind} with --cluster", "cluster, or no --cluster");
        var (sets, problem) = FormulaParser.ParseSets("--cluster", written);
        if (sets is null)
            throw Wrong(problem!);
        return sets.Count <= 4 ? sets : throw Wrong("--cluster", $"{sets.Count} ways", "one to four");
    }

    private static Expression? Expression(string option, string? written)
    {
        if (written is null)
            return null;
        var (found, problem) = FormulaParser.ParseExpression(option, written);
        return found ?? throw Wrong(problem!);
    }

    private static WrongUseException Wrong(GravityProblem problem) => Wrong(problem.Where, problem.Found, problem.Expected, problem.Hint);

    internal static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );

    /// <summary>Tells at once, on the thread that works. Convergence is roughly geometric: the logarithm of the change is the share done.</summary>
    private sealed class Told(Messages messages, GravityOptions options) : IProgress<GravityProgress>
    {
        public void Report(GravityProgress value)
        {
            var share = value.Stage switch
            {
                "separation" => 0.05,
                "errors" => 0.95,
                _ => double.IsNaN(value.Change)
                    ? 0.1
                    : 0.1 + (0.85 * Math.Clamp(Math.Log10(value.Change) / Math.Log10(options.Tolerance), 0, 1)),
            };
            messages.Progress(share, string.Create(CultureInfo.InvariantCulture, $"{value.Stage}, round {value.Iteration}"));
        }
    }
}
