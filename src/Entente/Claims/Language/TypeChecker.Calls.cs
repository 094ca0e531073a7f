using Entente.Measures;
using Entente.Quantities;

namespace Entente.Claims.Language;

/// <content>Calls: which argument fills which parameter, and whether it may.</content>
public static partial class TypeChecker
{
    private sealed partial class Run
    {
        private Typed VisitCall(Call call)
        {
            if (LanguageFunctions.Find(call.Function) is { } function)
            {
                var types = new ExpressionType?[function.Parameters.Count];
                var bound = Bind(call, function.Parameters, function.Usage, types);
                if (bound is null || !MayCall(call, function, types))
                    return new(call, null);
                return new(bound, function.TypeOf(types));
            }
            if (environment.Measures.TryGetValue(call.Function, out var measure))
            {
                var parameters = MeasureParameters.Of(measure);
                var bound = Bind(call, parameters, null, new ExpressionType?[parameters.Count], measure);
                return bound is null ? new(call, null) : new(bound, ExpressionType.Of(measure));
            }
            var known = LanguageFunctions.All.Select(f => f.Name).Concat(environment.Measures.Keys);
            Report(
                new Span(call.Span.Start, Math.Min(call.Function.Length, call.Span.Length)),
                LanguageError.Quote(call.Function),
                "a measure or a function",
                Suggestion.Hint(call.Function, known)
                    ?? "the functions are listed in docs/claim-language.md, the measures in catalogue/measures.yml"
            );
            return new(call, null);
        }

        // What a call asks of its arguments together.
        private bool MayCall(Call call, LanguageFunction function, ExpressionType?[] types)
        {
            if (
                function.Name is "share" or "ratio"
                && types[0] is { } part
                && types[1] is { } whole
                && !UnitRules.SameQuantity(part, whole)
            )
                return Fail(
                    call.Arguments[1].Value,
                    whole.Describe(),
                    part.DescribeWithExample(),
                    "both must be quantities of one kind"
                ).Type
                    is not null;
            if (function.Name == "loss" && types[1] is null && types[2] is null)
                return Fail(call, "a loss of nothing", "without: whom, or under: which measures", $"write {function.Usage}").Type
                    is not null;
            if (function.Name != "target" || types[2] is not { } amount)
                return true;
            if (types[1] is not null)
                return Fail(call.Arguments[^1].Value, amount.Describe(), "a period or an amount, not both", $"write {function.Usage}").Type
                    is not null;
            return UnitRules.SameQuantity(types[0]!, amount)
                || Fail(
                    call.Arguments[^1].Value,
                    amount.Describe(),
                    types[0]!.DescribeWithExample(),
                    "the amount is a quantity of the same kind"
                ).Type
                    is not null;
        }

        /// <summary>The call with its arguments elaborated, and their types by parameter; null where errors were reported.</summary>
        private Call? Bind(
            Call call,
            IReadOnlyList<Parameter> parameters,
            string? usage,
            ExpressionType?[] types,
            MeasureDefinition? measure = null
        )
        {
            var errors = Errors?.Count ?? 0;
            var filled = 0u;
            var next = 0;
            Argument[]? elaborated = null;
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                var argument = call.Arguments[i];
                var index = argument.Name is null
                    ? NextPositional(parameters, ref next, argument.Value)
                    : IndexOf(parameters, argument.Name);
                if (index < 0)
                {
                    ReportStray(argument, parameters, usage ?? MeasureParameters.Usage(measure!));
                    return null;
                }
                if ((filled & (1u << index)) != 0)
                {
                    Report(argument.Value.Span, $"a second '{argument.Name}'", "one of each argument", null);
                    return null;
                }
                filled |= 1u << index;
                var typed = CheckArgument(argument.Value, parameters, index);
                types[index] = typed.Type;
                if (ReferenceEquals(typed.Expression, argument.Value))
                    continue;
                elaborated ??= [.. call.Arguments];
                elaborated[i] = argument with { Value = typed.Expression };
            }
            for (var i = 0; i < parameters.Count; i++)
                if (!parameters[i].Optional && (filled & (1u << i)) == 0)
                {
                    var missing = parameters[i].Named ? $"the argument '{parameters[i].Name}:'" : Describe(parameters[i]);
                    Report(
                        new Span(Math.Max(0, call.Span.Start + call.Span.Length - 1), 1),
                        "')'",
                        missing,
                        $"write {usage ?? MeasureParameters.Usage(measure!)}"
                    );
                }
            if ((Errors?.Count ?? 0) > errors)
                return null;
            return elaborated is null ? call : call with { Arguments = elaborated };
        }

        /// <summary>
        /// The parameter that the next unnamed argument fills: the first left, passing over those that may be left out and that it does not fit,
        /// as long as another follows. -1 where none is left.
        /// </summary>
        private int NextPositional(IReadOnlyList<Parameter> parameters, ref int next, Expression value)
        {
            var fallback = -1;
            for (var i = next; i < parameters.Count; i++)
            {
                var parameter = parameters[i];
                if (parameter.Named)
                    continue;
                if (!parameter.Optional || Fits(parameter, value))
                {
                    next = i + 1;
                    return i;
                }
                fallback = i;
            }
            if (fallback >= 0)
                next = fallback + 1;
            return fallback;
        }

        private bool Fits(Parameter parameter, Expression value) =>
            parameter.Kind switch
            {
                ParameterKind.Period => AsPeriod(value) is not null,
                ParameterKind.Actor => NameOf(value) is { } name && !environment.Knows(NameKind.Item, name),
                ParameterKind.Item => value is NameReference,
                ParameterKind.Resolution => value is StringLiteral,
                _ => true,
            };

        private static int IndexOf(IReadOnlyList<Parameter> parameters, string name)
        {
            for (var i = 0; i < parameters.Count; i++)
                if (parameters[i].Named && parameters[i].Name == name)
                    return i;
            return -1;
        }

        private void ReportStray(Argument argument, IReadOnlyList<Parameter> parameters, string usage)
        {
            var quoted = LanguageError.Quote(argument.Name is null ? ClaimPrinter.Print(argument.Value) : argument.Name + ":");
            var hint = $"write {usage}";
            if (argument.Name is { } given && Suggestion.Nearest(given, parameters.Where(p => p.Named).Select(p => p.Name)) is { } near)
                hint = $"did you mean '{near}:'?";
            Report(argument.Value.Span, quoted, argument.Name is null ? "')'" : "an argument of the call", hint);
        }

        private Typed CheckArgument(Expression value, IReadOnlyList<Parameter> parameters, int index)
        {
            // `exports(CHN, RUS)`: two parties by a comma, where only an arrow says who sells.
            if (index > 0 && parameters[0].Kind == ParameterKind.ActorOrFlow && NameOf(value) is { } second && IsActor(second))
            {
                Report(
                    value.Span,
                    LanguageError.Quote(second),
                    "an item or a period",
                    "a flow is written from seller to buyer: CHN -> RUS"
                );
                return new(value, null);
            }
            switch (parameters[index].Kind)
            {
                case ParameterKind.Quantity:
                    return Numeric(value);
                case ParameterKind.Period:
                    return AsPeriod(value) is { } period
                        ? new(period, ExpressionType.Period)
                        : Fail(value, Found(value), "a period (2022, 2022-03, 2022-Q1, 2022-01..2022-11)", null);
                case ParameterKind.Actor:
                    var orItem =
                        index + 1 < parameters.Count && parameters[index].Optional && parameters[index + 1].Kind == ParameterKind.Item;
                    return Named(
                        value,
                        NameKind.Actor,
                        TypeKind.Actor,
                        orItem ? "an actor or an item" : "an actor",
                        orItem ? NameKind.Item : null
                    );
                case ParameterKind.Person:
                    return value is StringLiteral
                        ? new(value, new ExpressionType(TypeKind.Actor))
                        : Named(value, NameKind.Actor, TypeKind.Actor, "an actor, or a person in quotes");
                case ParameterKind.Flow:
                    return value is FlowLiteral flow
                        ? Flow(flow)
                        : Fail(value, Found(value), "a flow from one actor to another: RUS -> CHN", null);
                case ParameterKind.ActorOrFlow:
                    return value is FlowLiteral either
                        ? Flow(either)
                        : Named(value, NameKind.Actor, TypeKind.Actor, "an actor or a flow (CHN -> RUS)");
                case ParameterKind.Body:
                    return Named(value, NameKind.Body, TypeKind.Actor, "a body with members");
                case ParameterKind.Item:
                    return Named(value, NameKind.Item, TypeKind.Item, "an item of trade");
                case ParameterKind.EventId:
                    return Named(value, NameKind.Event, TypeKind.Event, "an event of the record");
                case ParameterKind.Measure:
                    return MeasureName(value);
                case ParameterKind.Group when NameOf(value) is not null:
                    return Named(value, NameKind.Body, TypeKind.ActorSet, "a body with members, or a set of actors");
                case ParameterKind.Group or ParameterKind.Actors:
                    return OfType(value, ExpressionType.ActorSet, "a set of actors (states, partners(RUS), members(SCO), {CHN, RUS})");
                case ParameterKind.ActorsOrEvents:
                    var set = Visit(value);
                    return set.Type is { Kind: not (TypeKind.ActorSet or TypeKind.EventSet) }
                        ? Fail(value, set.Type.Describe(), "a set of actors or events (meetings(…), members(…), vetoes(…))", null)
                        : set;
                case ParameterKind.Moment:
                    var moment = AsPeriod(value) is { } year ? new Typed(year, ExpressionType.Period) : Visit(value);
                    return moment.Type is { IsMoment: false }
                        ? Fail(value, moment.Type.Describe(), "an event, a date or a period", EventHint(value))
                        : moment;
                case ParameterKind.Event:
                    return OfType(value, ExpressionType.Event, "an event", EventHint(value));
                case ParameterKind.Choice:
                    return OfType(value, ExpressionType.Choice, "a vote (yes, no, abstain, absent)");
                case ParameterKind.Resolution:
                    return value is StringLiteral
                        ? new(value, new ExpressionType(TypeKind.Word))
                        : Fail(value, Found(value), "a resolution in quotes: \"ES-11/1\"", null);
                case ParameterKind.ResolutionOrBody:
                    return value is StringLiteral
                        ? new(value, new ExpressionType(TypeKind.Word))
                        : Named(value, NameKind.Body, TypeKind.Actor, "a body, or a resolution in quotes");
                case ParameterKind.ActorOrSet:
                    return value is SetLiteral
                        ? OfType(value, ExpressionType.ActorSet, "an actor, or several in braces: {USA, EU}")
                        : Named(value, NameKind.Actor, TypeKind.Actor, "an actor, or several in braces: {USA, EU}");
                case ParameterKind.Scenario:
                    return value is StringLiteral or NameReference
                        ? new(value, new ExpressionType(TypeKind.Word))
                        : Fail(value, Found(value), "a scenario in quotes, or sanctions, export_controls, embargo", null);
                case ParameterKind.Order:
                    return value is NameReference { Name: "highest" or "lowest" }
                        ? new(value, new ExpressionType(TypeKind.Word))
                        : Fail(value, Found(value), "'highest' or 'lowest'", null);
                default:
                    return value is NameReference
                        ? new(value, new ExpressionType(TypeKind.Word))
                        : Fail(value, Found(value), "a name", null);
            }
        }

        private Typed OfType(Expression value, ExpressionType wanted, string expected, string? hint = null)
        {
            var typed = Visit(value);
            return typed.Type is { } type && type.Kind != wanted.Kind ? Fail(value, type.Describe(), expected, hint) : typed;
        }

        private Typed Flow(FlowLiteral flow)
        {
            var right = CheckName(flow.From, NameKind.Actor, "an actor") & CheckName(flow.To, NameKind.Actor, "an actor");
            return new(flow, right ? new ExpressionType(TypeKind.Actor) : null);
        }

        private Typed MeasureName(Expression value)
        {
            if (value is NameReference { Name: var name })
            {
                if (environment.Measures.ContainsKey(name))
                    return new(value, new ExpressionType(TypeKind.Word));
                Report(value.Span, LanguageError.Quote(name), "the name of a measure", Suggestion.Hint(name, environment.Measures.Keys));
                return new(value, null);
            }
            return Fail(value, Found(value), "the name of a measure", "the name alone, without parties: by: trade");
        }

        private Typed Named(Expression value, NameKind kind, TypeKind type, string expected, NameKind? or = null) =>
            new(value, CheckName(value, kind, expected, or) ? new ExpressionType(type) : null);

        private bool CheckName(Expression value, NameKind kind, string expected, NameKind? or = null)
        {
            if (NameOf(value) is not { } name)
                return Fail(value, Found(value), expected, null).Type is not null;
            if (kind == NameKind.Actor ? IsActor(name) : environment.Knows(kind, name))
                return true;
            var known = environment.Names(kind);
            if (kind == NameKind.Actor)
                known = known.Concat(environment.Names(NameKind.Body));
            if (or is { } other)
                known = known.Concat(environment.Names(other));
            Report(value.Span, LanguageError.Quote(name), expected, Suggestion.Hint(name, known));
            return false;
        }

        private string? EventHint(Expression value) =>
            value is NameReference { Name: var name } && environment.Knows(NameKind.Event, name) ? $"write event({name})" : null;

        private static string? NameOf(Expression value) =>
            value switch
            {
                NameReference reference => reference.Name,
                StringLiteral text => text.Value,
                _ => null,
            };

        // What an argument is, for a message, without checking it: its own errors would come on top.
        private static string Found(Expression value) =>
            value switch
            {
                QuantityLiteral quantity => ExpressionType.Of(quantity.Unit).Describe(),
                PeriodLiteral => "a period",
                NameReference => "a name",
                StringLiteral => "text in quotes",
                FlowLiteral => "a flow",
                SetLiteral => "a set",
                Call => "a call",
                Arithmetic or Negate => "a quantity",
                _ => "a test",
            };

        private static string Describe(Parameter parameter) =>
            parameter.Kind switch
            {
                ParameterKind.Quantity => "',' and a quantity",
                ParameterKind.Actor or ParameterKind.Person => "',' and an actor",
                ParameterKind.ActorOrFlow => "an actor or a flow (CHN -> RUS)",
                ParameterKind.Flow => "a flow (CHN -> RUS)",
                ParameterKind.Body => "',' and a body with members",
                ParameterKind.Moment => "',' and an event, a date or a period",
                _ => $"the argument {parameter.Name}",
            };
    }
}
